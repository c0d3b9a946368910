package shop.local.client;

/// A service answered something else than it must.
public final class UnexpectedAnswer extends RuntimeException {
    public UnexpectedAnswer(Answer answer) {
        super("%s was answered %d: %s".formatted(answer.request(), answer.status(), answer.body()));
    }

    UnexpectedAnswer(String message) {
        super(message);
    }
}
