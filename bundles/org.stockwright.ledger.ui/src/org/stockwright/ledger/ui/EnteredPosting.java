package org.stockwright.ledger.ui;

import java.util.function.Function;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ui.Work;

/**
 * An editor in which a posting is entered. Others ask it what would be posted, and have it posted as the editor does.
 * Used on the user interface's thread.
 */
@ProviderType
public interface EnteredPosting {

    /**
     * Work that checks what was entered and goes on with the posting, in a job. The editor tells of refusals at its lines;
     * what is done with the result is up to whoever starts it.
     *
     * @param job what is being done, to be shown to the user
     * @param use what is asked of the posting
     */
    <T> Work<T> checked(String job, Function<PostingRequest, Outcome<T>> use);

    /** Posts what was entered, and tells what became of it in the editor. */
    void post();

}
