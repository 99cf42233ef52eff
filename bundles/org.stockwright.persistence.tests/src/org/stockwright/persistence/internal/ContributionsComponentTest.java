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

    /** One that fails already when it is asked for its name. */
    private static final class Nameless implements DistinctPart {

        @Override
        public String distinctName() {
            throw new IllegalStateException("no name");
        }

    }

    @Test
    void oneWithoutANameIsCalledAndDisabledAsOthers() {
        ContributionsComponent contributions = new ContributionsComponent(folder.resolve(ContributionsComponent.FILE));
        assertThat(contributions.call(new Nameless(), one -> "done").value()).isEqualTo("done");
        assertThat(contributions.call(new Form(null), one -> "done").value()).isEqualTo("done");
        for (int i = 0; i < Contributions.MOST_FAILURES; i++) {
            assertThat(fail(contributions, new Nameless()).isDone()).isFalse();
        }
        assertThat(contributions.isDisabled(new Nameless())).isTrue();
        assertThat(contributions.faulty()).extracting(Contributions.Part::id)
            .containsExactly(Nameless.class.getName());
    }

    @Test
    void aNameOfSeveralLinesIsOneInTheFile() {
        Path file = folder.resolve(ContributionsComponent.FILE);
        ContributionsComponent contributions = new ContributionsComponent(file);
        for (int i = 0; i < Contributions.MOST_FAILURES; i++) {
            fail(contributions, new Form("packing\nslip"));
        }
        ContributionsComponent later = new ContributionsComponent(file);
        assertThat(later.faulty()).hasSize(1);
        assertThat(later.isDisabled(new Form("packing\nslip"))).isTrue();
    }

    private static <S> Outcome<String> fail(Contributions contributions, S form) {
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
