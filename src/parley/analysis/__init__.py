"""The engine: text → tokens, sentences, trees, names, attribution spans. The only room that knows the model runtime."""
