package network.spheron.dao.governance.discussion;

/**
 * A comment as others see it.
 *
 * @param at server time in seconds since the epoch
 * @param text Markdown
 * @param signed whether the author's wallet signed it; otherwise only this server says who wrote it
 */
public record CommentView(long id, String author, long at, String text, boolean signed) {}
