"""Text with places: find the files, read strict YAML, say where things stand."""
