package network.spheron.dao.faults.check;

import java.util.List;

/** Something that must hold whenever the platform is at rest. */
interface Rule {
    /** What must hold, as a name. */
    String name();

    /** What does not hold now; nothing when all is well. */
    List<Finding> findings();

    /** Takes note of how things are, for rules that compare with it later. */
    default void remember() {}

    /** Something that was promised or recorded and is gone. */
    default Finding lost(String words) {
        return new Finding(name(), Finding.Kind.LOST, words);
    }

    /** Something that happened more often than once. */
    default Finding doubled(String words) {
        return new Finding(name(), Finding.Kind.DOUBLED, words);
    }

    default Finding wrong(String words) {
        return new Finding(name(), Finding.Kind.OTHER, words);
    }
}
