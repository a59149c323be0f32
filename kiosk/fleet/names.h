// Names and their numbers: what stands once in a small table of the database, so that facts are narrow. All that are
// known are read at the beginning; new ones get the next number here, which the load's lock makes safe, and are stored
// before the facts that need them. Owner: one load.
#pragma once
#include "fleet/copy_rows.h"
#include "fleet/postgres.h"

#include <limits>
#include <unordered_map>

namespace kiosk::fleet {

// One table: (id, name), or (id, measure, item) where a name has two parts.
class Names {
public:
    enum class Parts { one, two };
    Names(std::string table, Parts parts, std::int64_t most = std::numeric_limits<std::int32_t>::max())
        : table_(std::move(table)),
          parts_(parts),
          most_(most)
    {
    }

    Result<> read(Postgres& postgres);
    // The number of a name, a new one if it has none yet.
    std::int32_t number(std::string_view name, std::string_view second = {});
    // New names since the last time.
    Result<> store(Postgres& postgres);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::string table_;
    Parts parts_;
    std::int64_t most_;
    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> numbers_;
    std::int32_t highest_ = 0;
    CopyRows fresh_;
    std::string key_; // scratch
};

// What a count is about: the names of all facts.
struct Vocabulary {
    Names kiosks{"kiosk", Names::Parts::one};
    Names versions{"version", Names::Parts::one};
    Names languages{"language", Names::Parts::one, std::numeric_limits<std::int16_t>::max()};
    Names items{"item", Names::Parts::two};

    Result<> read(Postgres& postgres);
    Result<> store(Postgres& postgres);
};

} // namespace kiosk::fleet
