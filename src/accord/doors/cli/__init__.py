"""The shell's door. stdout carries only the answer; progress and messages go to stderr."""
