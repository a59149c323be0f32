// Decodes pictures of content in a sandboxed process, kiosk-picture: a picture that crashes the decoder is refused, and
// the kiosk goes on. The size of the result is checked. Any thread; blocks while a picture is decoded.
#pragma once
#include "base/result.h"
#include "ui/pictures/pictures.h"

#include <filesystem>

namespace kiosk::services {

// `name` is the file, for the error.
Result<ui::Image> decode_in_sandbox(std::filesystem::path const& program, std::string_view bytes,
                                    std::string const& name);

// For a stage: pictures in the folder of the content are decoded by that process.
ui::UntrustedPictures untrusted_pictures(std::filesystem::path const& content);

// The path of kiosk-picture: in the folder of the running program.
std::filesystem::path picture_program();

} // namespace kiosk::services
