package network.spheron.dao.events;

/** A text is not an event of the type that it claims to be; the message says where. */
public class MalformedEvent extends RuntimeException {
    public MalformedEvent(String message) {
        super(message);
    }

    MalformedEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
