package network.spheron.dao.figures;

import java.util.List;

/** Something that is measured, chosen by its name. */
interface Figure {
    /** The name by which it is asked for; those of its measurements begin with it. */
    String name();

    /** Measures, which may take minutes. */
    List<Measurement> measure();
}
