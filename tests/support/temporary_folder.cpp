#include "support/temporary_folder.h"

#include <cstdlib>
#include <string>

namespace test {

namespace {

// In memory where the system has a place for it: thousands of tests sync what they write, and none asks a real disk to
// keep it.
std::filesystem::path place()
{
    std::filesystem::path const memory("/dev/shm");
    std::error_code ignored;
    auto const space = std::filesystem::space(memory, ignored);
    constexpr std::uintmax_t kEnough = 256U << 20U;
    return !ignored && space.available != static_cast<std::uintmax_t>(-1) && space.available > kEnough
               ? memory
               : std::filesystem::temp_directory_path();
}

} // namespace

TemporaryFolder::TemporaryFolder()
{
    auto name = (place() / "kiosk-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace test
