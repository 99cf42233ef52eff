package org.stockwright.model;

import java.time.Instant;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What a clerk is still writing. */
@Entity(name = "Draft")
@Table(name = "draft")
@Cacheable(false)
public class DraftEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "kind")
    private String kind;

    @Column(name = "title")
    private String title;

    @Lob
    @Column(name = "content")
    private String content;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "changed_at")
    @Convert(converter = MicrosConverter.class)
    private Instant changedAt;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected DraftEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public DraftEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What it will become. */
    public String getKind() {
        return kind;
    }

    /** Sets what {@link #getKind} tells. */
    public void setKind(String kind) {
        this.kind = kind;
    }

    /** What lists show. */
    public String getTitle() {
        return title;
    }

    /** Sets what {@link #getTitle} tells. */
    public void setTitle(String title) {
        this.title = title;
    }

    /** What was written so far. */
    public String getContent() {
        return content;
    }

    /** Sets what {@link #getContent} tells. */
    public void setContent(String content) {
        this.content = content;
    }

    /** Who writes it. */
    public String getUserName() {
        return userName;
    }

    /** Sets what {@link #getUserName} tells. */
    public void setUserName(String userName) {
        this.userName = userName;
    }

    /** When it was last changed. */
    public Instant getChangedAt() {
        return changedAt;
    }

    /** Sets what {@link #getChangedAt} tells. */
    public void setChangedAt(Instant changedAt) {
        this.changedAt = changedAt;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
