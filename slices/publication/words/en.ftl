publication-title = Privacy statement
publication-as-text = Read this as plain text
