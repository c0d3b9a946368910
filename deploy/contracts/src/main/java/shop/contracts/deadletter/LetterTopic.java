package shop.contracts.deadletter;

import shop.contracts.Topic;

/// A topic of this service's dead letters, with where they came from and where they are replayed to.
///
/// @param isPersonal values are not kept, and those that got there anyway are shown to nobody
record LetterTopic(String name, String source, String retries, boolean isPersonal) {

    static LetterTopic of(Topic source, String consumer) {
        var name = source.topicName();
        return new LetterTopic(
                Topic.deadLettersOf(name, consumer), name, Topic.retriesOf(name, consumer), source.isPersonal());
    }

    /// Whether a letter says that it came from where letters of this topic come from; only then can it be replayed.
    boolean canReplay(Letter letter) {
        var told = letter.source();
        return told != null && told.topic().equals(source);
    }
}
