// A database of figures as the tests of the store open it: its keys, and all that is counted in it.
#pragma once
#include "store/store.h"
#include "support/store_options.h"

namespace test {

inline kiosk::store::TallyKey key(std::string item, kiosk::Measure measure = kiosk::Measure::screen_seen)
{
    return {"2026-11-23", kiosk::figures::kWholeDay, "2026.11.1", "fr", measure, std::move(item)};
}

inline kiosk::store::Store open(std::filesystem::path const& folder)
{
    return kiosk::store::Store::open(folder, called("test")).take();
}

inline std::int64_t total(kiosk::store::Store& store)
{
    std::int64_t sum = 0;
    for (auto const& row : store.tallies().value()) sum += row.n;
    return sum;
}

} // namespace test
