#include "store/data_folder.h"

#include <fmt/format.h>

namespace kiosk::store {

Result<> check_data_folder(std::filesystem::path const& folder, DataFolder kind)
{
    if (kind == DataFolder::made) return success();
    std::error_code ignored;
    if (std::filesystem::exists(folder / kDataMarker, ignored)) return success();
    return Error{folder.string(), "the data folder is not there yet; figures wait in memory",
                 fmt::format("mount its disk; a new one needs an empty file named {} in it", kDataMarker)};
}

Result<> check_data_folder_in_use(std::filesystem::path const& folder, DataFolder kind, Store& store)
{
    KIOSK_TRY(check_data_folder(folder, kind));
    if (store.database().has_moved())
        return Error{(folder / kDatabaseName).string(), "was moved or removed while it was in use", "put it back"};
    return success();
}

} // namespace kiosk::store
