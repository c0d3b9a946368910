package shop.cart.cart;

/// How many lines a cart may have, and how many of a product a line.
public record Limits(int lines, int quantity) {}
