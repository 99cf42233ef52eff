package org.stockwright.ui.master;

import java.util.List;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;

/** A page whose words, permissions and place are known from the start; what is left are its columns and rows. */
public abstract class DescribedPage implements MasterPage {

    /**
     * What is known of a page from the start: the answers of the methods of {@link MasterPage} with the same names.
     *
     * @param importKind empty when there is no kind of file
     */
    public record Facts(String area, int order, String title, String explanation, String whenEmpty, String help,
        String importKind, List<String> permissions, Set<Topic> topics) {

        /** Takes copies. */
        public Facts {
            permissions = List.copyOf(permissions);
            topics = Set.copyOf(topics);
        }

    }

    private final Facts facts;

    /** A page that answers this. */
    protected DescribedPage(Facts facts) {
        this.facts = facts;
    }

    @Override
    public final String area() {
        return facts.area();
    }

    @Override
    public final int order() {
        return facts.order();
    }

    @Override
    public final String title() {
        return facts.title();
    }

    @Override
    public final String explanation() {
        return facts.explanation();
    }

    @Override
    public final String whenEmpty() {
        return facts.whenEmpty();
    }

    @Override
    public final String help() {
        return facts.help();
    }

    @Override
    public final String importKind() {
        return facts.importKind();
    }

    @Override
    public final List<String> permissions() {
        return facts.permissions();
    }

    @Override
    public final Set<Topic> topics() {
        return facts.topics();
    }

}
