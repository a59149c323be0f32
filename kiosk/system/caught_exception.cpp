#include "system/caught_exception.h"
#include "system/log.h"

#include <exception>
#include <filesystem>
#include <new>

namespace kiosk {

namespace {

Error described(std::string_view where)
{
    try {
        throw;
    } catch (std::bad_alloc const&) {
        return {std::string(where), "there is not enough memory", "switch the machine off and on"};
    } catch (std::filesystem::filesystem_error const& fault) {
        return {std::string(where), fault.what(), "check the disk"};
    } catch (std::exception const& fault) {
        return {std::string(where), fault.what(), "try again; if it stays so, tell who looks after the kiosk"};
    } catch (...) {
        return {std::string(where), "has failed", "try again; if it stays so, tell who looks after the kiosk"};
    }
}

} // namespace

Error caught_exception(std::string_view where) noexcept
{
    try {
        return described(where);
    } catch (...) {
        // No memory for words: these are so short that a string holds them in itself.
        return {"memory", "is at an end", "start anew"};
    }
}

void log_caught_exception(std::string_view where) noexcept
{
    try {
        log(LogLevel::warning, caught_exception(where).line());
    } catch (...) { // no memory for the message: it is lost
    }
}

} // namespace kiosk
