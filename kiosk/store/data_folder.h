// The data folder, where its disk may be mounted late, never, or pulled out while the kiosk runs. If the configuration
// says so (wait_for_data), an empty marker file distinguishes the disk from the bare mount point: without it nothing is
// ever made there. Plain functions, called by the writer.
#pragma once
#include "base/result.h"
#include "store/store.h"

namespace kiosk::store {

// made: made where it is missing. awaited: used only while the marker is in it, and never made.
enum class DataFolder { made, awaited };

// The marker. Whoever sets up the kiosk makes it on the disk that is to hold the figures.
constexpr char const* kDataMarker = "kiosk-data";

// An Error while the folder must not be used.
Result<> check_data_folder(std::filesystem::path const& folder, DataFolder kind);

// The same for an open store; also an Error if its file was moved or removed, so that nothing is counted into a file
// that nobody will find.
Result<> check_data_folder_in_use(std::filesystem::path const& folder, DataFolder kind, Store& store);

} // namespace kiosk::store
