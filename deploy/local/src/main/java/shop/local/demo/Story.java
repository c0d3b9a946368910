package shop.local.demo;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import shop.local.client.Answer;
import shop.local.client.Shop;
import shop.local.client.Until;

/// The reference story. Every run plays it with products and customers of its own, so that it can be played
/// again.
final class Story {

    private final Shop shop;
    private final Teller teller;
    private final String laptop;
    private final String book;
    private final String shirt;
    private final String alice;
    private final String bob;
    private final String carol;
    private final String dave;
    private final String erin;

    Story(Shop shop, Teller teller, String run) {
        this.shop = shop;
        this.teller = teller;
        laptop = "laptop-" + run;
        book = "book-" + run;
        shirt = "tshirt-" + run;
        alice = "alice-" + run;
        bob = "bob-" + run;
        carol = "carol-" + run;
        dave = "dave-" + run;
        erin = "erin-" + run;
    }

    void tell() {
        var before = shop.policy().expectSuccess().body();
        try {
            play();
        } finally {
            shop.setPolicy(before);
        }
    }

    private void play() {
        theMerchantOffersThreeProducts();
        twoCustomersRegister();
        aSearchByCategoryFindsTheLaptop();
        var first = theFirstBuysAtRegularPrices();
        theSecondBuysUnderTheBulkPolicy();
        theThirdWantsMoreThanThereIs();
        var winner = twoMoreWantTheLastLaptops();
        anOrderIsCancelled(winner);
        anotherIsShippedAndDelivered(first);
        aRefusedTransition(first);
        theMailsThatArrived();
        theOtherMessages();
    }

    private void theMerchantOffersThreeProducts() {
        teller.step("The merchant offers three products and the warehouse receives them");
        offer(laptop, "Laptop", "ELECTRONICS", "999.99", 5);
        offer(book, "Book", "BOOKS", "49.99", 20);
        offer(shirt, "T-Shirt", "CLOTHING", "19.99", 100);
    }

    private void offer(String productId, String name, String category, String price, int onHand) {
        shop.offer(productId, name, category, price).expectSuccess();
        var stock = shop.receive(productId, onHand);
        teller.check(stock.isSuccess(), "%s (%s, %s), %d in stock".formatted(name, category, price, onHand));
    }

    private void twoCustomersRegister() {
        teller.step("Two customers register");
        teller.checkEquals(
                201, shop.register(alice, "Alice", "+4915112345601").status(), "Alice is registered, status");
        shop.registerDevice(alice, "a-phone-of-" + alice).expectSuccess();
        teller.checkEquals(201, shop.register(bob, "Bob", "+4915112345602").status(), "Bob is registered, status");
    }

    private void aSearchByCategoryFindsTheLaptop() {
        teller.step("A search in ELECTRONICS finds the laptop");
        var found = Until.answered(
                () -> shop.search("category=ELECTRONICS&q=laptop&sort=newest&limit=20"), it -> finds(it, laptop));
        teller.check(finds(found, laptop), "GET /products?category=ELECTRONICS&q=laptop finds " + laptop);
    }

    private static boolean finds(Answer page, String productId) {
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .anyMatch(it -> it.path("productId").asText().equals(productId));
    }

    private String theFirstBuysAtRegularPrices() {
        teller.step("At regular prices the first buys 1 laptop and 2 books");
        shop.switchPolicy("REGULAR").expectSuccess();
        put(alice, laptop, 1);
        put(alice, book, 2);
        return buy(alice, "Alice", "1099.97");
    }

    private void theSecondBuysUnderTheBulkPolicy() {
        teller.step("The policy is switched to bulk while the shop runs; the second buys 5 T-shirts");
        shop.switchPolicy("REGULAR", "BULK").expectSuccess();
        for (int i = 0; i < 5; i++) {
            put(bob, shirt, 1);
        }
        buy(bob, "Bob", "89.96");
    }

    private void theThirdWantsMoreThanThereIs() {
        teller.step("A third wants 5 laptops");
        put(carol, laptop, 1);
        availableInCart(carol, 4);
        var refused = shop.set(carol, laptop, 5);
        teller.checkEquals(409, refused.status(), "Carol is refused, status");
        teller.checkEquals("/problems/out-of-stock", refused.text("type"), "problem");
        teller.checkEquals(4, refused.body().path("available").asInt(), "laptops left");
    }

    private String twoMoreWantTheLastLaptops() {
        teller.step("Two more put 3 laptops each into their carts and check out at the same moment");
        shop.register(dave, "Dave", "+4915112345604").expectSuccess();
        shop.register(erin, "Erin", "+4915112345605").expectSuccess();
        put(dave, laptop, 3);
        put(erin, laptop, 3);
        var daves = CompletableFuture.supplyAsync(() -> shop.checkout(dave));
        var erins = CompletableFuture.supplyAsync(() -> shop.checkout(erin));
        var daveWins = daves.join().isPlaced();
        teller.check(daveWins != erins.join().isPlaced(), (daveWins ? "Dave" : "Erin") + " gets them");
        tellTheLoser(daveWins ? erins.join() : daves.join(), daveWins ? erin : dave);
        return (daveWins ? daves : erins).join().text("orderId");
    }

    private void tellTheLoser(Answer refused, String loser) {
        var shortage = refused.body().path("shortages").path(0);
        teller.checkEquals(1, shortage.path("available").asInt(-1), "the other is told how many are left");
        var line = shop.cart(loser).body().path("lines").path(0);
        teller.checkEquals(3, line.path("quantity").asInt(), "and the cart is unchanged, laptops in it");
    }

    private void anOrderIsCancelled(String orderId) {
        teller.step("The order of the 3 laptops is cancelled");
        shop.orderOnceIts("CONFIRMED", orderId);
        shop.cancel(orderId, "changed my mind").expectSuccess();
        teller.checkEquals("CANCELLED", shop.order(orderId).text("status"), "the order's status");
        var stock = Until.answered(
                () -> shop.stock(laptop), it -> it.body().path("available").asInt() == 4);
        teller.checkEquals(4, stock.body().path("available").asInt(), "the stock is back, laptops available");
    }

    private void anotherIsShippedAndDelivered(String orderId) {
        teller.step("Alice's order is shipped and delivered");
        teller.checkEquals("CONFIRMED", shop.orderOnceIts("CONFIRMED", orderId).text("status"), "paid, status");
        shop.ship(orderId, "DHL", "JD014600003RU").expectSuccess();
        teller.checkEquals("SHIPPED", shop.order(orderId).text("status"), "tracking JD014600003RU, status");
        shop.deliver(orderId).expectSuccess();
        teller.checkEquals("DELIVERED", shop.order(orderId).text("status"), "status");
    }

    private void aRefusedTransition(String orderId) {
        teller.step("Cancelling what was delivered is refused");
        var refused = shop.cancel(orderId, "too late");
        teller.checkEquals(409, refused.status(), "status");
        teller.checkEquals("/problems/invalid-transition", refused.text("type"), "problem");
        teller.says(refused.body().toString());
    }

    private void theMailsThatArrived() {
        teller.step("The mails that arrived");
        mails("Alice", alice, 4);
        mails("Bob", bob, 2);
        mails("Dave and Erin", Set.of(dave, erin), 4);
    }

    private void theOtherMessages() {
        teller.step("What Alice got on her phone");
        messages("SMS", 4);
        messages("PUSH", 4);
        teller.says("All of it, mails too: GET /api/v1/outbox of notification-service");
    }

    private void messages(String channel, int expected) {
        var texts = Until.answered(() -> textsOf(channel), it -> it.size() >= expected);
        teller.checkEquals(expected, texts.size(), "messages by " + channel);
        teller.says(texts.getFirst());
    }

    private List<String> textsOf(String channel) {
        return StreamSupport.stream(shop.outboxOf(alice).body().path("items").spliterator(), false)
                .filter(it -> it.path("channel").asText().equals(channel))
                .map(it -> it.path("text").asText())
                .toList();
    }

    private void mails(String who, String customerId, int expected) {
        mails(who, Set.of(customerId), expected);
    }

    private void mails(String who, Set<String> customers, int expected) {
        var subjects = Until.answered(() -> subjectsFor(customers), it -> it.size() >= expected);
        subjects.forEach(teller::says);
        teller.checkEquals(expected, subjects.size(), "mails to " + who);
    }

    private List<String> subjectsFor(Set<String> customers) {
        return customers.stream()
                .flatMap(it -> shop.mailSubjectsOf(Shop.mailOf(it)).stream())
                .toList();
    }

    /// The cart learns of new products and stock from the topics, a moment after the merchant has them.
    private void put(String customerId, String productId, int quantity) {
        Until.answered(() -> shop.add(customerId, productId, quantity), Answer::isSuccess)
                .expectSuccess();
    }

    private void availableInCart(String customerId, int available) {
        var cart = Until.answered(() -> shop.cart(customerId), it -> availableIn(it) == available);
        teller.checkEquals(available, availableIn(cart), "the cart shows as available");
    }

    private static int availableIn(Answer cart) {
        return cart.body().path("lines").path(0).path("available").asInt();
    }

    private String buy(String customerId, String name, String total) {
        var quote = shop.cart(customerId);
        teller.checkEquals(total, quote.body().path("quote").path("total").asText(), name + "'s cart costs");
        var order = shop.checkout(customerId);
        teller.check(order.isPlaced(), name + "'s order is placed: " + order.text("orderId"));
        teller.checkEquals(
                total, shop.orderOnceIts("CONFIRMED", order.text("orderId")).text("total"), name + " pays");
        return order.text("orderId");
    }
}
