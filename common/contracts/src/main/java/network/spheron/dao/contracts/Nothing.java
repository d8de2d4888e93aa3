package network.spheron.dao.contracts;

/** The result of a function that returns nothing. */
public record Nothing() {
    static final Nothing NOTHING = new Nothing();
}
