// The data folder, as something that may not be there: a disk that is mounted late, or never, or is pulled out while
// the kiosk runs. Where the configuration says that it is such a one, an empty file in it tells the disk from the bare
// folder it is mounted on: without it nothing is ever made there. Plain functions; owner: the writer.
#pragma once
#include "base/result.h"
#include "store/store.h"

namespace kiosk::store {

// made: where it is missing it is made. awaited: it is used while the marker is in it, and never made.
enum class DataFolder { made, awaited };

// Whoever sets the kiosk up puts it there, on the disk that is to hold the figures.
constexpr char const* kDataMarker = "kiosk-data";

// An Error that says what is awaited, while the folder is not to be used.
Result<> ready(std::filesystem::path const& folder, DataFolder kind);

// The same beside a store that is open: also if its file was moved or removed since, so that nothing is counted into a
// file that nobody will find.
Result<> still_there(std::filesystem::path const& folder, DataFolder kind, Store& store);

} // namespace kiosk::store
