"""What worth brings to other pages."""
