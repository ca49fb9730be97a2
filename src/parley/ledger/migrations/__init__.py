"""From one version of the schema to the next: ``versions`` holds one file a step."""
