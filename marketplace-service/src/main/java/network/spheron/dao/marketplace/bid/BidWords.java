package network.spheron.dao.marketplace.bid;

/** What a bid says: a title and a text, published with the reveal. */
record BidWords(String title, String text) {}
