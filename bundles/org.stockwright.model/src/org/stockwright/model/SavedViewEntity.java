package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A saved grid view, filter or import mapping; an empty user name is everybody's. */
@Entity(name = "SavedView")
@Table(name = "saved_view")
@Cacheable(false)
public class SavedViewEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "view_id")
    private String viewId;

    @Column(name = "name")
    private String name;

    @Column(name = "user_name")
    private String userName;

    @Lob
    @Column(name = "content")
    private String content;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected SavedViewEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public SavedViewEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** Which view it belongs to. */
    public String getViewId() {
        return viewId;
    }

    /** Sets what {@link #getViewId} tells. */
    public void setViewId(String viewId) {
        this.viewId = viewId;
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** Sets what {@link #getName} tells. */
    public void setName(String name) {
        this.name = name;
    }

    /** Whose it is. */
    public String getUserName() {
        return userName;
    }

    /** Sets what {@link #getUserName} tells. */
    public void setUserName(String userName) {
        this.userName = userName;
    }

    /** What was saved. */
    public String getContent() {
        return content;
    }

    /** Sets what {@link #getContent} tells. */
    public void setContent(String content) {
        this.content = content;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
