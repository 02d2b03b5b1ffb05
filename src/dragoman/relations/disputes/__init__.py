"""What sources contradict each other in: claims → cards with two sides, counted by independent roots."""
