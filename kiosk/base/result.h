// Result<T>: a value, or an Error that a person can act on. Every function that can fail returns one; nothing in the
// kiosk throws across a room's border. Named after std::expected (absent in GCC 12's C++20), so that it can be swapped.
// Owner: whoever holds it; it owns its value or its error.
#pragma once
#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

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

template <typename T = Unit>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() &
    {
        assert(ok());
        return *std::get_if<0>(&content_);
    }
    // By value from a temporary, so that a range-for over it does not dangle.
    T value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&content_));
    }
    T const& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&content_);
    }
    T take()
    {
        assert(ok());
        return std::move(*std::get_if<0>(&content_));
    }
    Error const& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&content_);
    }

private:
    std::variant<T, Error> content_;
};

inline Result<> success() { return Unit{}; }

} // namespace kiosk

// Returns the error of `expression` from the enclosing function. Yields no value.
#define KIOSK_TRY(expression)                                                                                          \
    do {                                                                                                               \
        if (auto kiosk_try_result = (expression); !kiosk_try_result) return kiosk_try_result.error();                  \
    } while (false)
