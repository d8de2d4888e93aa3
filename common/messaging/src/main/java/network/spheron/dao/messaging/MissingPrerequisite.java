package network.spheron.dao.messaging;

/** An event refers to something that this service has not heard of yet; its aggregate waits. */
public class MissingPrerequisite extends RuntimeException {
    public MissingPrerequisite(String what) {
        super(what);
    }
}
