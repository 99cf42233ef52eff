package org.stockwright.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/**
 * What an editor shows, named by a key only, so that the workbench reopens it at the next start and the key's content
 * is read anew. Two inputs of the same kind and key open one editor.
 *
 * @param kind what the key belongs to, for example {@code item}
 * @param key the thing's identity in the database, or a code
 * @param name the editor's title, as long as the content is not read
 */
public record KeyInput(String kind, String key, String name) implements IEditorInput, IPersistableElement {

    /** The id of the factory that the workbench calls to restore it. */
    public static final String FACTORY = "org.stockwright.ui.keyInput"; //$NON-NLS-1$

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getToolTipText() {
        return name;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter.isInstance(this) ? adapter.cast(this) : null;
    }

    @Override
    public String getFactoryId() {
        return FACTORY;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString("kind", kind); //$NON-NLS-1$
        memento.putString("key", key); //$NON-NLS-1$
        memento.putString("name", name); //$NON-NLS-1$
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyInput input && kind.equals(input.kind) && key.equals(input.key);
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + key.hashCode();
    }

}
