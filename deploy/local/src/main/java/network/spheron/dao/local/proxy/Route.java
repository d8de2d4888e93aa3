package network.spheron.dao.local.proxy;

/**
 * One line of the route table.
 *
 * @param prefix the beginning of the paths it is for; unless it ends in a dash it matches whole segments only
 * @param target the component that answers, or {@code redirect:} and a path
 */
record Route(String prefix, String target) {
    private static final String REDIRECT = "redirect:";

    boolean matches(String path) {
        if (prefix.equals("/")) {
            return path.equals("/");
        }
        return path.equals(prefix) || path.startsWith(prefix.endsWith("-") ? prefix : prefix + "/");
    }

    boolean isRedirect() {
        return target.startsWith(REDIRECT);
    }

    String redirection() {
        return target.substring(REDIRECT.length());
    }
}
