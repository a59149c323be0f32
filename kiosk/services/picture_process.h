// Pictures that came with content are decoded by another program, kiosk-picture, which may do nothing else: a picture
// that breaks the decoder is refused and left out, and the kiosk goes on. What the program gives back is measured
// before it is believed. Any thread; blocks for as long as a picture takes.
#pragma once
#include "base/result.h"
#include "ui/pictures/pictures.h"

#include <filesystem>

namespace kiosk::services {

// `name` is the file, for the error.
Result<ui::Image> decode_apart(std::filesystem::path const& program, std::string_view bytes, std::string const& name);

// For a stage: what lies in the content's own folder of pictures goes through the program beside this one.
ui::ForeignPictures foreign_pictures(std::filesystem::path const& content);

// Where kiosk-picture lies: beside the program that runs.
std::filesystem::path picture_program();

} // namespace kiosk::services
