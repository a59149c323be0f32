#include "base/problem.h"
#include "base/escape_controls.h"
#include "base/result.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>

namespace kiosk {

std::string_view name(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::no_space: return "no_space";
    case ErrorKind::read_only: return "read_only";
    case ErrorKind::foreign: return "foreign";
    case ErrorKind::missing: return "missing";
    case ErrorKind::denied: return "denied";
    case ErrorKind::damaged: return "damaged";
    case ErrorKind::other: break;
    }
    return "other";
}

ErrorKind kind_of_system_error(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return ErrorKind::no_space; // the last: larger than FAT takes
    case EROFS: return ErrorKind::read_only;
    case ENOENT:
    case ENOTDIR:
    case ENODEV:
    case ENXIO: return ErrorKind::missing;
    case EACCES:
    case EPERM: return ErrorKind::denied;
    default: return ErrorKind::other;
    }
}

std::string Error::line() const
{
    auto text = where.empty() ? message : fmt::format("{}: {}", where, message);
    if (!advice.empty()) text += fmt::format(" ({})", advice);
    return escape_controls(text);
}

namespace {

std::string_view name(Severity severity)
{
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
    }
    return "error";
}

} // namespace

std::string Problem::line() const
{
    std::string text = place.file;
    if (place.line > 0) text += fmt::format(":{}:{}", place.line, place.column);
    if (!text.empty()) text += ": ";
    text += fmt::format("{}: {}", name(severity), message);
    if (!suggestion.empty()) text += fmt::format(" ({})", suggestion);
    return escape_controls(text);
}

int count(Problems const& problems, Severity severity)
{
    return static_cast<int>(std::count_if(problems.begin(), problems.end(),
                                          [&](Problem const& problem) { return problem.severity == severity; }));
}

} // namespace kiosk
