// Result<T>: a value, or an Error that a person can act on. Every function that can fail returns one; nothing in the
// kiosk throws across a room's border. It is tl::expected, which C++23 has as std::expected, with and_then() and map().
// Owner: whoever holds it; it owns its value or its error.
#pragma once
#include <cassert>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace kiosk {

// The category of an Error, for code that must choose what to do. Its words are for people only; no code searches them.
// foreign: a format that is not supported, such as a stick with another file system.
enum class ErrorKind { other, no_space, read_only, missing, denied, damaged, foreign };

// "no_space" and so on, used in keys of texts.
std::string_view name(ErrorKind kind);

// Of an errno.
ErrorKind kind_of_system_error(int code);

// where: a file, a folder or a device. message: what is wrong with it. advice: what to do.
struct Error {
    std::string where;
    std::string message;
    std::string advice;
    ErrorKind kind = ErrorKind::other;

    // One line: "where: message (advice)", control characters escaped (escape_controls.h).
    std::string line() const;
    bool operator==(Error const&) const = default;
};

struct Unit {
    bool operator==(Unit const&) const = default;
};

// `Fault` is Error, but where a room has faults of its own to choose words by.
// Beside what tl::expected has: an Error is returned as it is, and what a temporary held is given by value, so that a
// loop over it never holds what is gone.
template <typename T = Unit, typename Fault = Error>
class [[nodiscard]] Result : public tl::expected<T, Fault> {
    using Base = tl::expected<T, Fault>;

public:
    Result(T value) : Base(std::move(value)) {}
    Result(Fault fault) : Base(tl::unexpect, std::move(fault)) {}
    Result(Base other) : Base(std::move(other)) {}

    bool ok() const { return this->has_value(); }
    T& value() &
    {
        assert(ok());
        return **this;
    }
    T value() &&
    {
        assert(ok());
        return std::move(**this);
    }
    T const& value() const&
    {
        assert(ok());
        return **this;
    }
    T take()
    {
        assert(ok());
        return std::move(**this);
    }
    Fault const& error() const
    {
        assert(!ok());
        return Base::error();
    }
};

inline Result<> success() { return Unit{}; }

} // namespace kiosk

// Returns the error of `expression` from the enclosing function. Yields no value.
#define KIOSK_TRY(expression)                                                                                          \
    do {                                                                                                               \
        if (auto kiosk_try_result = (expression); !kiosk_try_result) return kiosk_try_result.error();                  \
    } while (false)
