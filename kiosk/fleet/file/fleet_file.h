// The fleet's file on the disk: opened and seen to be ours, held alone while it is changed, and what stands beside it
// then. Private to fleet/. Errors begin with the file.
#pragma once
#include "database/database.h"

#include <utility>

namespace kiosk::fleet {

// An Error where it is none of ours, is of a form that is not read, or has a schema that is not ours to the letter.
Result<> check_fleet_file(database::Database& database);

// Made where it is missing. Nothing in it is run.
Result<database::Database> open_fleet_file(std::filesystem::path const& file, std::string const& vfs);

// Whoever changes a fleet has it alone: another would write what the first one does not know.
class Alone {
public:
    static Result<Alone> with(std::filesystem::path const& file);
    Alone(Alone&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Alone& operator=(Alone&&) = delete;
    ~Alone();

private:
    explicit Alone(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

// Beside the fleet's file, while it is changed; gone before and after.
class Beside {
public:
    explicit Beside(std::filesystem::path const& file);
    Beside(Beside const&) = delete;
    Beside& operator=(Beside const&) = delete;
    ~Beside() { remove(); }

    std::filesystem::path fresh;

private:
    void remove() const;
};

} // namespace kiosk::fleet
