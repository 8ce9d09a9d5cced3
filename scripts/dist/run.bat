@echo off
rem Only ASCII here, so that every code page reads it; quarter.exe itself speaks Chinese.
"%~dp0quarter.exe" --assist %*
