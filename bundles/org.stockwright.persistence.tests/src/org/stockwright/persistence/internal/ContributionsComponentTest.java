package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.ContributionRefusal;
import org.stockwright.base.Contributions;
import org.stockwright.base.DistinctPart;
import org.stockwright.base.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class ContributionsComponentTest {

    @TempDir
    private Path folder;

    /** One of several of its class. */
    private record Form(String distinctName) implements DistinctPart {
    }

    private static Outcome<String> fail(Contributions contributions, Form form) {
        return contributions.call(form, one -> {
            throw new IllegalStateException("no paper");
        });
    }

    @Test
    void thoseOfOneClassAreDisabledOneByOne() {
        Path file = folder.resolve(ContributionsComponent.FILE);
        ContributionsComponent contributions = new ContributionsComponent(file);
        Form broken = new Form("packing-slip");
        Form sound = new Form("delivery-note");
        for (int i = 0; i < Contributions.MOST_FAILURES; i++) {
            assertThat(fail(contributions, broken).refusals().getFirst().code()).isEqualTo(ContributionRefusal.FAILED);
        }
        assertThat(fail(contributions, broken).refusals().getFirst().code()).isEqualTo(ContributionRefusal.DISABLED);
        assertThat(contributions.call(sound, Form::distinctName).value()).isEqualTo("delivery-note");
        ContributionsComponent later = new ContributionsComponent(file);
        assertThat(List.of(broken, sound)).extracting(later::isDisabled).containsExactly(true, false);
        String id = later.faulty().getFirst().id();
        assertThat(id).endsWith(":packing-slip");
        assertThat(later.enable(id)).isTrue();
        assertThat(later.isDisabled(new Form("packing-slip"))).isFalse();
    }

}
