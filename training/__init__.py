"""How Dragoman's model is made: data → training → evaluation → ONNX → model card."""
