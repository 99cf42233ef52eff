package org.stockwright.service.internal.capacity;

import java.util.List;

import org.stockwright.base.Outcome;
import org.stockwright.exchange.spi.KeyedImport;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Resources;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.ServicePermission;

/** A file that changes resources; the rows of one resource belong together. */
abstract class ResourceFile extends KeyedImport<Edit> {

    /** The column that names the resource. */
    static final String RESOURCE = "resource";

    private final String id;
    private final String title;
    private final Resources resources;

    ResourceFile(String id, String title, String lineColumn, UnitOfWork work, Resources resources) {
        super(work, lineColumn);
        this.id = id;
        this.title = title;
        this.resources = resources;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String permission() {
        return ServicePermission.RESOURCES;
    }

    @Override
    protected final String keyColumn() {
        return RESOURCE;
    }

    /** The resources that there are. */
    final Resources resources() {
        return resources;
    }

    @Override
    protected final Outcome<Made> make(Edit request) {
        return resources.edit(List.of(request)).map(saved -> new Made(saved.changed() == 0, saved.warnings()));
    }

}
