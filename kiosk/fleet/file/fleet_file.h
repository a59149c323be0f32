// The fleet's file on the disk: opening and checking it, the lock while it is changed, and the new file that replaces
// it. Used in this room only. Errors begin with the file.
#pragma once
#include "database/database.h"
#include "files/file_descriptor.h"

#include <utility>

namespace kiosk::fleet {

// An Error where it is no fleet file, has an unknown version, or a schema that differs from ours in any letter.
Result<> check_fleet_file(database::Database& database);

// Makes it where it is missing. No trigger or view in it is run.
Result<database::Database> open_fleet_file(std::filesystem::path const& file, std::string const& vfs);

// An exclusive lock on the fleet's file (flock), held while it is changed.
class ExclusiveLock {
public:
    static Result<ExclusiveLock> with(std::filesystem::path const& file);

private:
    explicit ExclusiveLock(FileDescriptor file) : file_(std::move(file)) {}
    FileDescriptor file_; // whoever closes it gives the lock back
};

// The new file, "<file>.part", while a change is written; removed at the end unless it was renamed.
class ReplacementFile {
public:
    explicit ReplacementFile(std::filesystem::path const& file);
    ReplacementFile(ReplacementFile const&) = delete;
    ReplacementFile& operator=(ReplacementFile const&) = delete;
    ~ReplacementFile() { remove(); }

    std::filesystem::path fresh;

private:
    void remove() const;
};

} // namespace kiosk::fleet
