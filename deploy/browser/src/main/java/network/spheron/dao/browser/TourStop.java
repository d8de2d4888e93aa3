package network.spheron.dao.browser;

import java.util.Set;

/**
 * A page to look at.
 *
 * @param name what its pictures are called
 * @param status the HTTP status that it answers with
 * @param seenBy who can open it; others are sent to sign in, or are told why not
 */
record TourStop(String name, String path, int status, Set<Persona> seenBy) {
    private static final int OK = 200;

    static TourStop open(String name, String path) {
        return new TourStop(name, path, OK, Set.of(Persona.values()));
    }

    TourStop only(Persona first, Persona... others) {
        return new TourStop(name, path, status, java.util.EnumSet.of(first, others));
    }

    TourStop answering(int other) {
        return new TourStop(name, path, other, seenBy);
    }
}
