package network.spheron.dao.faults.site;

/** A piece of the job that is about to go through one step. */
public interface Undertaking {
    Step step();

    /** What it is about, for people. */
    String name();

    /** The service that brings the step about, and tells the others. */
    String writer();

    /** The service that has to learn of it. */
    String reader();

    /** Does what people have to do for the step, and moves the chain's clock to where it is due. */
    void begin();

    /** Does what else is left for people to do, and answers whether the end is reached. May fail while the platform is disturbed. */
    boolean goOn();
}
