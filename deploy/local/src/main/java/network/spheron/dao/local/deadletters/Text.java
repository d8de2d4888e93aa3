package network.spheron.dao.local.deadletters;

/** What others wrote, made safe for a terminal. */
final class Text {
    private Text() {}

    /** The text in one line; what moves a cursor, colours or turns a line around is spelled out. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean hidden = Character.isISOControl(point)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            line.append(hidden ? String.format("\\u%04x", point) : Character.toString(point));
        });
        return line.toString();
    }
}
