"""Where states stand: tellings → standings, agreement by issue, hints of difference."""
