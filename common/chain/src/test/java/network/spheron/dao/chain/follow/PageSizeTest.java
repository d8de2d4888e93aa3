package network.spheron.dao.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizeTest {
    @Test
    void limitIsFoundAndSeldomRunInto() {
        PageSize size = new PageSize(1000);

        assertThat(refusals(size, 100, 1000)).isLessThan(15);
        assertThat(size.get()).isBetween(75, 100);
    }

    @Test
    void sizeGrowsToTheMostAgainWhenTheLimitIsGone() {
        PageSize size = new PageSize(1000);
        refusals(size, 100, 20);

        assertThat(refusals(size, 1000, 250)).isZero();
        assertThat(size.get()).isEqualTo(1000);
    }

    @Test
    void sizeIsNeverLessThanABlock() {
        PageSize size = new PageSize(3);
        for (int i = 0; i < 5; i++) size.refused(size.get());

        assertThat(size.get()).isEqualTo(1);
    }

    @Test
    void pageCutShortByTheEndOfTheChainSaysNothing() {
        PageSize size = new PageSize(1000);
        size.refused(1000);
        for (int i = 0; i < 100; i++) size.worked(1);

        assertThat(size.get()).isEqualTo(500);
    }

    private static int refusals(PageSize size, int limit, int pages) {
        int refused = 0;
        for (int told = 0; told < pages; ) {
            if (size.get() > limit) {
                refused++;
                size.refused(size.get());
            } else {
                told++;
                size.worked(size.get());
            }
        }
        return refused;
    }
}
