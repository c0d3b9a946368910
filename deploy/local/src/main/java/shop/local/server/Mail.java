package shop.local.server;

/// A mail that arrived.
///
/// @param text the plain text, decoded; empty if it has none
public record Mail(String recipient, String subject, String text) {}
