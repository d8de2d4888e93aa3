package network.spheron.dao.web;

/** There is nothing under that id. */
public final class NotFound extends Refusal {
    /**
     * Nothing found.
     *
     * @param what such as {@code "SIP 7"}
     */
    public NotFound(String what) {
        super(404, "not-found", "there is no " + what);
    }
}
